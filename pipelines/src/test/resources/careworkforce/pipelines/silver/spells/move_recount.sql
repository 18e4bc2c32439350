-- Lasting moves between occupation groups, counted from the delivered ESR files alone.
-- Written apart from the pipelines, after methods 2.2 and 2.3; one row a month, origin and destination.
WITH RECURSIVE
delivered AS (
  SELECT DISTINCT
    Unique_Nhs_Identifier AS p, Asg_Number AS a, Occupation_Code AS code, Status AS status,
    Asg_Type_Of_Contract AS contract, Training_Post = 'Y' AS flagged, Gender AS sex,
    Year_Of_Birth AS birth, CAST(coalesce(Contracted_Wte, '0') AS DECIMAL(7, 5)) AS wte,
    coalesce(strptime(Start_Date, '%d/%m/%Y'), DATE '9999-12-31') AS started,
    CAST(regexp_extract(filename, '(\d{4})\d{2}\.csv', 1) AS INT) * 12
      + CAST(regexp_extract(filename, '\d{4}(\d{2})\.csv', 1) AS INT) - 1 AS m
  FROM read_csv('{landing}/esr/*.csv', header = true, all_varchar = true, filename = true)
  WHERE (Start_Date IS NULL OR try_strptime(Start_Date, '%d/%m/%Y') IS NOT NULL)
    AND (Contracted_Wte IS NULL OR TRY_CAST(Contracted_Wte AS DECIMAL(7, 5)) IS NOT NULL)
    AND Staff_Group IN (
      'Additional Clinical Services', 'Additional Professional Scientific and Technical',
      'Administrative and Clerical', 'Allied Health Professionals', 'Estates and Ancillary',
      'Healthcare Scientists', 'Medical and Dental', 'Nursing and Midwifery Registered', 'Students')
),
sound AS (
  SELECT p FROM delivered GROUP BY p HAVING count(DISTINCT birth) < 2 AND count(DISTINCT sex) < 2
),
manual AS (SELECT * FROM read_csv('{groups}', delim = '\t', header = true, all_varchar = true)),
coded AS (
  SELECT d.*, now.level2 AS grp, flagged IS TRUE OR coalesce(old.training, 'false') = 'true' AS training
  FROM delivered d
  JOIN sound USING (p)
  LEFT JOIN manual old ON d.code = old.code
  LEFT JOIN manual now ON old.current_code = now.code
),
main AS (
  SELECT *, list(grp) OVER (PARTITION BY p, m) AS held_groups
  FROM coded
  QUALIFY row_number() OVER (
    PARTITION BY p, m
    ORDER BY wte DESC, contract IN ('Permanent', 'Fixed Term Temp', 'Locum') DESC, started, a) = 1
),
sick AS (
  SELECT DISTINCT p, m FROM (
    SELECT Unique_Nhs_Identifier AS p, CAST(month AS INT) AS m,
      strptime(Absence_Start_Date, '%d/%m/%Y') AS began,
      coalesce(strptime(Absence_End_Date, '%d/%m/%Y'), DATE '9999-12-31') AS ended,
      make_date(CAST(month // 12 AS BIGINT), CAST(month % 12 + 1 AS BIGINT), 1) AS first
    FROM (
      SELECT *, CAST(regexp_extract(filename, '(\d{4})\d{2}\.csv', 1) AS INT) * 12
        + CAST(regexp_extract(filename, '\d{4}(\d{2})\.csv', 1) AS INT) - 1 AS month
      FROM read_csv('{landing}/esr_absence/*.csv', header = true, all_varchar = true, filename = true)
      WHERE try_strptime(Absence_Start_Date, '%d/%m/%Y') IS NOT NULL
        AND (Absence_End_Date IS NULL OR try_strptime(Absence_End_Date, '%d/%m/%Y') IS NOT NULL)
        AND TRY_CAST(Wte_Days_Lost_This_Month AS DECIMAL(9, 5)) IS NOT NULL
        AND Absence_Category LIKE 'Sick%' AND Attendance_Reason <> 'S77'
    )
  ) WHERE began <= first AND ended >= last_day(first)
),
working AS (
  SELECT main.*, row_number() OVER (PARTITION BY p ORDER BY m) AS i
  FROM main
  WHERE status IN ('Active Assignment', 'Internal Secondment', 'Acting Up')
    AND grp IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM sick WHERE sick.p = main.p AND sick.m = main.m)
),
carried AS (
  SELECT *, coalesce(
      last_value(CASE WHEN NOT training THEN grp END IGNORE NULLS) OVER so_far,
      first_value(grp) OVER so_far) AS g
  FROM working
  WINDOW so_far AS (PARTITION BY p ORDER BY m ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
followed AS (
  SELECT *,
    lag(g) OVER career AS before,
    lag(held_groups) OVER career AS held_before,
    coalesce(CAST(lead(g, 1) OVER career = g AS INT), 0)
      + coalesce(CAST(lead(g, 2) OVER career = g AS INT), 0)
      + coalesce(CAST(lead(g, 3) OVER career = g AS INT), 0)
      + coalesce(CAST(lead(g, 4) OVER career = g AS INT), 0) AS holds
  FROM carried
  WINDOW career AS (PARTITION BY p ORDER BY m)
),
changes AS (
  SELECT *, row_number() OVER (PARTITION BY p ORDER BY m) AS k
  FROM followed
  WHERE g <> before AND holds >= 3
),
candidates AS (
  SELECT c.p, c.k, c.m, c.g, any_value(c.held_groups) AS held_groups,
    any_value(c.held_before) AS held_before,
    list(later.g) FILTER (WHERE later.g IS NOT NULL) AS soon
  FROM changes c
  LEFT JOIN carried later ON later.p = c.p AND later.m > c.m AND later.m <= c.m + 6
  GROUP BY c.p, c.k, c.m, c.g
),
walk AS (
  SELECT p, CAST(0 AS BIGINT) AS k, g AS held, CAST(NULL AS VARCHAR) AS origin,
    CAST(NULL AS INT) AS m, CAST(NULL AS BOOLEAN) AS swap
  FROM carried WHERE i = 1
  UNION ALL
  SELECT w.p, c.k,
    CASE WHEN moves THEN c.g ELSE w.held END,
    CASE WHEN moves THEN w.held END,
    CASE WHEN moves THEN c.m END,
    CASE WHEN moves THEN list_contains(c.held_groups, w.held) AND list_contains(c.held_before, c.g) END
  FROM walk w
  JOIN (SELECT * FROM candidates) c ON c.p = w.p AND c.k = w.k + 1,
  LATERAL (
    SELECT c.g <> w.held AND NOT coalesce(list_contains(c.soon, w.held), false) AS moves
  )
)
SELECT make_date(CAST(m // 12 AS BIGINT), CAST(m % 12 + 1 AS BIGINT), 1) AS month,
  origin, held AS destination, coalesce(swap, false) AS swap, count(*) AS moves
FROM walk
WHERE origin IS NOT NULL
GROUP BY ALL
ORDER BY ALL
