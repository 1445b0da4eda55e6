-- A meeting that was held. required is the whole number of the quorum, as the minutes state it or worked out
-- from the statutes of that day and those entitled to vote; quorum_present counts proxies where they count.
SELECT m.book, m.id AS meeting, m.type, m.section, m.call AS call_number, m.day, m.called, m.eligible,
       m.present_women, m.present_men, m.present,
       m.present + CASE WHEN r.proxies_count THEN COALESCE(m.proxies, 0) ELSE 0 END AS quorum_present,
       COALESCE(m.required,
                CASE WHEN m.call > 1 AND r.second_quorum_denominator IS NOT NULL
                     THEN (m.eligible * r.second_quorum_numerator + r.second_quorum_denominator - 1)
                          / r.second_quorum_denominator
                     ELSE (m.eligible * r.quorum_numerator + r.quorum_denominator - 1) / r.quorum_denominator
                END) AS required,
       d.done AS minutes_day
FROM governance_meeting m
LEFT JOIN governance_bodyrules r ON r.book = m.book AND r.id = (
    SELECT x.id FROM governance_bodyrules x
    WHERE x.book = m.book AND x.day <= m.day ORDER BY x.day DESC, x.id DESC LIMIT 1)
LEFT JOIN governance_dutystatus d ON d.book = m.book AND d.matter = 'minutes' AND d.id = m.id
