-- Runs of months in one organisation, occupation, band and state, and the absences after them.
COPY (
  WITH numbered AS (
    SELECT *, year(month) * 12 + month(month) - 1 AS m FROM '{to}/person_months.parquet'
  ),
  islands AS (
    SELECT *, m - row_number() OVER (
      PARTITION BY person_id, organisation, level1, level2, level3, band, band_rank, in_training, state
      ORDER BY m) AS island
    FROM numbered
  ),
  runs AS (
    SELECT person_id, organisation, level1, level2, level3, band, band_rank, in_training, state,
      min(m) AS first, max(m) AS last, max(reason_for_leaving) AS ending_reason
    FROM islands
    GROUP BY person_id, organisation, level1, level2, level3, band, band_rank, in_training, state, island
  ),
  window_of AS (SELECT min(m) AS window_first, max(m) AS window_last FROM numbered),
  followed AS (
    SELECT *,
      lead(first) OVER career AS next_first, lead(state) OVER career AS next_state,
      coalesce(next_first, window_last + 1) - last - 1 AS absent,
      coalesce(ending_reason SIMILAR TO '(Employee Transfer|Merged Organisation).*', false)
        AS transferred,
      CASE
        WHEN absent = 0 THEN next_state
        WHEN next_first IS NOT NULL THEN 'GAP'
        WHEN transferred THEN 'TRANSFERRED'
        WHEN absent >= {gap} THEN 'LEFT'
        ELSE 'GAP'
      END AS followed_by,
      next_first IS NULL AND absent < {gap} AS unknown_end
    FROM runs, window_of WINDOW career AS (PARTITION BY person_id ORDER BY first)
  )
  SELECT person_id, first, last, last - first + 1 AS months, state, organisation, level1, level2,
    level3, band, band_rank, in_training, first = window_first AS left_censored,
    unknown_end AS right_censored,
    state IN ('ACTIVE', 'LONG_SICK')
      AND coalesce(followed_by NOT IN ('ACTIVE', 'LONG_SICK', 'TRANSFERRED'), false)
      AS leaver_official,
    CASE
      WHEN unknown_end AND followed_by = 'TRANSFERRED' AND absent > 0 THEN false
      WHEN NOT unknown_end THEN followed_by = 'LEFT'
    END AS leaver_esr,
    ending_reason, next_first // 12 AS settled_year
  FROM followed
  UNION ALL BY NAME
  SELECT person_id, last + 1 AS first, last + absent AS last, absent AS months,
    followed_by AS state, false AS left_censored, next_first IS NULL AS right_censored,
    false AS leaver_official, false AS leaver_esr, next_first // 12 AS settled_year
  FROM followed WHERE absent > 0
) TO '{to}/spells.parquet' (FORMAT parquet)
