-- Lasting moves between level 2 groups (methods 2.3), with pay in the months around.
COPY (
  WITH RECURSIVE
  working AS (
    SELECT person_id AS p, year(month) * 12 + month(month) - 1 AS m, level2 AS grp, in_training AS training
    FROM '{to}/person_months.parquet' WHERE state = 'ACTIVE' AND level2 IS NOT NULL
  ),
  changing AS (
    SELECT p FROM working GROUP BY p HAVING count(DISTINCT grp) > 1
  ),
  carried AS (
    SELECT p, m, training, coalesce(
        last_value(CASE WHEN NOT training THEN grp END IGNORE NULLS) OVER so_far,
        first_value(grp) OVER so_far) AS g,
      row_number() OVER (PARTITION BY p ORDER BY m) AS i
    FROM working SEMI JOIN changing USING (p)
    WINDOW so_far AS (PARTITION BY p ORDER BY m ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
  ),
  followed AS (
    SELECT *, lag(g) OVER career AS before, lag(m) OVER career AS month_before,
      m - i - coalesce(
        last_value(CASE WHEN NOT training THEN m - i END IGNORE NULLS) OVER earlier,
        lag(m - i) OVER career) AS gap,
      {holds} AS holds
    FROM carried
    WINDOW career AS (PARTITION BY p ORDER BY m),
      earlier AS (PARTITION BY p ORDER BY m ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ),
  changes AS (
    SELECT *, row_number() OVER (PARTITION BY p ORDER BY m) AS k
    FROM followed WHERE g <> before AND holds >= {held}
  ),
  candidates AS (
    SELECT c.p, c.k, c.m, c.g, c.month_before, c.gap,
      list(later.g) FILTER (WHERE later.g IS NOT NULL) AS soon
    FROM changes c LEFT JOIN carried later ON later.p = c.p AND later.m > c.m AND later.m <= c.m + {no_return}
    GROUP BY ALL
  ),
  walk AS (
    SELECT p, CAST(0 AS BIGINT) AS k, g AS held, CAST(NULL AS VARCHAR) AS origin,
      CAST(NULL AS BIGINT) AS m, CAST(NULL AS BIGINT) AS month_before, CAST(NULL AS BIGINT) AS gap
    FROM carried WHERE i = 1
    UNION ALL
    SELECT w.p, c.k,
      CASE WHEN moves THEN c.g ELSE w.held END, CASE WHEN moves THEN w.held END,
      CASE WHEN moves THEN c.m END, CASE WHEN moves THEN c.month_before END,
      CASE WHEN moves THEN c.gap END
    FROM walk w JOIN (SELECT * FROM candidates) c ON c.p = w.p AND c.k = w.k + 1,
      LATERAL (SELECT c.g <> w.held AND NOT coalesce(list_contains(c.soon, w.held), false) AS moves)
  ),
  around AS (
    SELECT w.p AS person_id, w.m, w.origin AS from_group, w.held AS to_group,
      w.gap AS gap_months,
      max(CASE WHEN x.n = w.month_before THEN x.level3 END) AS from_area,
      max(CASE WHEN x.n = w.m THEN x.level3 END) AS to_area,
      max(CASE WHEN x.n = w.month_before THEN x.organisation END) AS organisation_from,
      max(CASE WHEN x.n = w.m THEN x.organisation END) AS organisation_to,
      max(CASE WHEN x.n = w.month_before THEN x.band END) AS band_from,
      max(CASE WHEN x.n = w.m THEN x.band END) AS band_to,
      max(CASE WHEN x.n = w.month_before THEN x.band_rank END) AS rank_from,
      max(CASE WHEN x.n = w.m THEN x.band_rank END) AS rank_to,
      max(CASE WHEN x.n = w.month_before THEN x.groups_held END) AS held_before,
      max(CASE WHEN x.n = w.m THEN x.groups_held END) AS held_after,
      avg(CASE WHEN x.n BETWEEN w.m - 3 AND w.m - 1 AND x.state = 'ACTIVE' THEN x.hourly_pay END) AS pay_before,
      avg(CASE WHEN x.n BETWEEN w.m + 1 AND w.m + 3 AND x.state = 'ACTIVE' THEN x.hourly_pay END) AS pay_after
    FROM walk w JOIN (
      SELECT *, year(month) * 12 + month(month) - 1 AS n FROM '{to}/person_months.parquet'
    ) x ON x.person_id = w.p AND (x.n BETWEEN w.m - 3 AND w.m + 3 OR x.n = w.month_before)
    WHERE w.origin IS NOT NULL
    GROUP BY ALL
  )
  SELECT around.* EXCLUDE (rank_from, rank_to, held_before, held_after),
    CASE
      WHEN rank_to > rank_from THEN 'up'
      WHEN rank_to < rank_from THEN 'down'
      WHEN rank_to = rank_from THEN 'level'
      ELSE 'unknown'
    END AS direction,
    coalesce((held_before & there.bit) <> 0 AND (held_after & here.bit) <> 0, false)
      AS secondary_promoted,
    NOT secondary_promoted AS headline
  FROM around
  LEFT JOIN group_bits here ON here.level2 = from_group
  LEFT JOIN group_bits there ON there.level2 = to_group
) TO '{to}/moves.parquet' (FORMAT parquet)
