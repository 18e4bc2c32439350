-- Runs of months in one organisation, occupation, band and state.
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
  followed AS (
    SELECT *,
      lead(first) OVER career AS next_first, lead(state) OVER career AS next_state,
      (SELECT max(m) FROM numbered) AS window_last, (SELECT min(m) FROM numbered) AS window_first
    FROM runs WINDOW career AS (PARTITION BY person_id ORDER BY first)
  )
  SELECT *, coalesce(next_first, window_last + 1) - last - 1 AS absent FROM followed
) TO '{to}/spells.parquet' (FORMAT parquet)
