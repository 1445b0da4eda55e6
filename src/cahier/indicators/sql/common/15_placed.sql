    SELECT f.book, f.person, f.section, ROW_NUMBER() OVER (PARTITION BY f.book, f.person ORDER BY f.seq DESC) AS place
    FROM param p
    JOIN fact_section f ON f.book = p.book AND f.day <= p.as_of
