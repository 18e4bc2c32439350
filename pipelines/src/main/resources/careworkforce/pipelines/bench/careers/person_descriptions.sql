-- Runs of months in which the same was delivered of a person.
COPY (
  WITH told AS (
    SELECT DISTINCT person_id, year_of_birth AS birth_year, gender AS sex, ethnicity, nationality,
      year(period) * 12 + month(period) - 1 AS m
    FROM assignments
  ),
  islands AS (
    SELECT *, m - row_number() OVER (
      PARTITION BY person_id, birth_year, sex, ethnicity, nationality ORDER BY m) AS island
    FROM told
  )
  SELECT person_id, birth_year, sex, ethnicity, nationality,
    make_date(min(m) // 12, min(m) % 12 + 1, 1) AS first_month,
    make_date(max(m) // 12, max(m) % 12 + 1, 1) AS last_month
  FROM islands
  GROUP BY person_id, birth_year, sex, ethnicity, nationality, island
) TO '{to}/person_descriptions.parquet' (FORMAT parquet)
