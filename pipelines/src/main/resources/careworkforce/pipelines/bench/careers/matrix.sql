-- Persons of each group in September, and where they are a year later.
COPY (
  WITH septembers AS (
    SELECT person_id, level2, y
    FROM '{to}/spells.parquet', LATERAL (SELECT unnest(range(first // 12, last // 12 + 1)) AS y)
    WHERE y * 12 + 8 BETWEEN first AND last
  ),
  window_end AS (SELECT max(last) AS last FROM '{to}/spells.parquet')
  SELECT b.y AS year, b.level2 AS from_group, coalesce(e.level2, 'LEFT') AS to_group, count(*) AS persons_there
  FROM septembers b
  LEFT JOIN septembers e ON e.person_id = b.person_id AND e.y = b.y + 1
  WHERE b.level2 IS NOT NULL AND (b.y + 1) * 12 + 8 <= (SELECT last FROM window_end)
  GROUP BY ALL
) TO '{to}/matrix.parquet' (FORMAT parquet)
