-- A local or national budget line obtained for members.
SELECT book, amount, day FROM advocacy_publicmoney
