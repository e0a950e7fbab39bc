-- Families by the number of ISO weeks in which a session was held.
SELECT CAST(met.weeks AS VARCHAR(10)) AS weeks, 'families' AS families, count(*) AS n
FROM (SELECT unit, family, count(DISTINCT date_trunc('week', on_day)) AS weeks
      FROM sessions
      WHERE on_day BETWEEN DATE '{from}' AND DATE '{to}' AND outcome = 'held'
      GROUP BY unit, family) met
GROUP BY CAST(met.weeks AS VARCHAR(10))
