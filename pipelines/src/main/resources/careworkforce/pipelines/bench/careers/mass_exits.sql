-- Trusts, groups and months in which more than a share of at least so many staff left at once.
COPY (
  WITH record AS (SELECT max(last) AS ends FROM '{to}/spells.parquet'),
  changes AS (
    SELECT organisation, level2, first AS m, 1 AS staff, 0 AS leavers
    FROM '{to}/spells.parquet' WHERE level2 IS NOT NULL
    UNION ALL
    SELECT organisation, level2, last + 1, -1, 0
    FROM '{to}/spells.parquet' WHERE level2 IS NOT NULL
    UNION ALL
    SELECT organisation, level2, last, 0, 1
    FROM '{to}/spells.parquet', record
    WHERE level2 IS NOT NULL AND coalesce(leaver_esr, last < ends)
  ),
  by_month AS (
    SELECT organisation, level2, m, sum(staff) AS more, sum(leavers) AS leavers
    FROM changes GROUP BY ALL
  ),
  counted AS (
    SELECT organisation, level2, m, leavers,
      sum(more) OVER (PARTITION BY organisation, level2 ORDER BY m) AS staff
    FROM by_month
  )
  SELECT * FROM counted WHERE leavers > 0 AND staff >= {least} AND leavers > staff * {share}
) TO '{to}/mass_exits.parquet' (FORMAT parquet)
