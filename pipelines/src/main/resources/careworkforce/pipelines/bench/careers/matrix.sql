-- Persons of each group in September and where they are a year later, and the moves and exits of
-- the year over its person-months in which they can be told, with Wilson intervals.
CREATE OR REPLACE MACRO wilson(n, total, side) AS
  (n / total + 3.841458820694124 / (2 * total)
    + side * 1.959963984540054
      * sqrt((n / total) * (1 - n / total) / total
        + 3.841458820694124 / (4.0 * total * total)))
  / (1 + 3.841458820694124 / total);
COPY (
  WITH transferred AS (
    SELECT DISTINCT person_id FROM '{to}/spells.parquet' s
    SEMI JOIN '{to}/mass_exits.parquet' x
      ON s.organisation = x.organisation AND s.level2 = x.level2 AND s.last = x.m
    WHERE coalesce(leaver_esr, true)
  ),
  told AS (
    SELECT s.* REPLACE (
      CASE
        WHEN t.person_id IS NOT NULL AND (state = 'LEFT' OR state = 'GAP' AND right_censored)
          THEN 'TRANSFERRED'
        ELSE state
      END AS state,
      CASE
        WHEN t.person_id IS NOT NULL AND coalesce(leaver_esr, true) THEN false
        ELSE leaver_esr
      END AS leaver_esr)
    FROM '{to}/spells.parquet' s LEFT JOIN transferred t USING (person_id)
  ),
  septembers AS (
    SELECT person_id, state, level2, y
    FROM told, LATERAL (SELECT unnest(range(first // 12, last // 12 + 1)) AS y)
    WHERE y * 12 + 8 BETWEEN first AND last
  ),
  pairs AS (
    SELECT b.y AS year, b.level2 AS from_group,
      CASE
        WHEN e.state = 'TRANSFERRED' THEN 'TRANSFERRED'
        WHEN e.state IN ('LEFT', 'GAP') THEN 'LEFT'
        ELSE e.level2
      END AS to_group
    FROM septembers b JOIN septembers e ON e.person_id = b.person_id AND e.y = b.y + 1
    WHERE b.level2 IS NOT NULL AND b.state NOT IN ('LEFT', 'GAP', 'TRANSFERRED')
  ),
  happened AS (
    SELECT year, from_group, to_group, 1 AS there, 0 AS moves
    FROM pairs WHERE to_group IS NOT NULL
    UNION ALL
    SELECT (m - 9) // 12, from_group, to_group, 0, 1 FROM '{to}/moves.parquet' WHERE headline
    UNION ALL
    SELECT (last - 8) // 12, level2, 'LEFT', 0, 1
    FROM told WHERE leaver_esr AND level2 IS NOT NULL
  ),
  cells AS (
    SELECT year, from_group, to_group, sum(there) AS persons_there, sum(moves) AS moves
    FROM happened GROUP BY ALL
  ),
  totals AS (
    SELECT *, sum(persons_there) OVER (PARTITION BY year, from_group) AS persons FROM cells
  ),
  record AS (SELECT max(last) AS ends FROM told),
  at_risk AS (
    SELECT y AS year, level2 AS from_group,
      sum(greatest(0, least(last, y * 12 + 20, ends - {held}) - greatest(first, y * 12 + 9) + 1))
        AS person_months,
      sum(greatest(0, least(last, y * 12 + 20, ends - ({gap} - 1)) - greatest(first, y * 12 + 9) + 1))
        AS leaving_person_months
    FROM told, record,
      LATERAL (SELECT unnest(range((first - 9) // 12, (last - 9) // 12 + 1)) AS y)
    WHERE level2 IS NOT NULL AND state NOT IN ('LEFT', 'GAP', 'TRANSFERRED')
    GROUP BY ALL
  )
  SELECT *, CASE WHEN to_group = 'LEFT' THEN leaving_person_months ELSE person_months END AS risk,
    persons_there / persons AS share,
    greatest(0, wilson(persons_there, persons, -1)) AS share_low,
    least(1, wilson(persons_there, persons, 1)) AS share_high,
    moves / risk AS monthly_rate,
    greatest(0, wilson(moves, risk, -1)) AS monthly_rate_low,
    least(1, wilson(moves, risk, 1)) AS monthly_rate_high
  FROM totals LEFT JOIN at_risk USING (year, from_group) WHERE persons > 0
) TO '{to}/matrix.parquet' (FORMAT parquet)
