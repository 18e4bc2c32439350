-- One row a person and month by the main-assignment rule (methods 2.2), every column of
-- silver.esr_person_months.
COPY (
  WITH coded AS (
    SELECT
      a.*,
      coalesce(s.successor, a.ocs_code) AS organisation,
      now.code AS current_code, now.level1, now.level2, now.level3,
      coalesce(old.training, false) OR a.training_post AS in_training,
      coalesce(a.contracted_wte, 0) AS wte
    FROM assignments a
    ANTI JOIN '{to}/person_conflicts.parquet' c ON c.person_id = a.person_id AND c.month = a.period
    LEFT JOIN successors s ON a.ocs_code = s.organisation
    LEFT JOIN groups old ON a.occupation_code = old.code
    LEFT JOIN groups now ON old.current_code = now.code
  ),
  shared AS (
    SELECT person_id, period FROM assignments GROUP BY ALL HAVING count(*) > 1
  ),
  ranked AS (
    SELECT
      coded.*, coalesce(g.bit, 0) AS bit,
      row_number() OVER posts AS rank,
      sum(wte) OVER held AS all_fte, sum(basic_pay) OVER held AS all_basic,
      sum(total_pay) OVER held AS all_pay,
      CAST(count(*) OVER held AS INT) AS assignments, bit_or(coalesce(g.bit, 0)) OVER held AS groups_held,
      bool_or(coalesce(asg_type_of_contract = 'Bank', false)) OVER held AS bank_held
    FROM coded SEMI JOIN shared USING (person_id, period) LEFT JOIN group_bits g USING (level2)
    WINDOW
      held AS (PARTITION BY person_id, period),
      posts AS (
        PARTITION BY person_id, period
        ORDER BY
          wte DESC,
          asg_type_of_contract IN ('Permanent', 'Fixed Term Temp', 'Locum') DESC,
          coalesce(start_date, DATE '9999-12-31'),
          asg_number)
  ),
  folded AS (
    SELECT * EXCLUDE (rank, bit) FROM ranked WHERE rank = 1
    UNION ALL BY NAME
    SELECT coded.*, wte AS all_fte, basic_pay AS all_basic, total_pay AS all_pay,
      1 AS assignments, coalesce(g.bit, 0) AS groups_held,
      coalesce(asg_type_of_contract = 'Bank', false) AS bank_held
    FROM coded ANTI JOIN shared USING (person_id, period) LEFT JOIN group_bits g USING (level2)
  ),
  sick AS (
    SELECT DISTINCT person_id, period AS month FROM absences
    WHERE absence_category ILIKE 'sick%' AND absence_start_date <= period
      AND coalesce(absence_end_date, last_day(period)) >= last_day(period)
  )
  SELECT
    f.person_id, f.period AS month, f.organisation, ocs_code AS organisation_delivered,
    coalesce(current_code, occupation_code) AS occupation_code,
    occupation_code AS occupation_code_delivered,
    level1, level2, level3, in_training,
    regexp_extract(grade_code, '^XR0?([1-9])([A-D]?)$', 1)
      || lower(regexp_extract(grade_code, '^XR0?([1-9])([A-D]?)$', 2)) AS band,
    TRY_CAST(regexp_extract(grade_code, '^XR0?([1-9])([A-D]?)$', 1) AS INT) * 10
      + CASE regexp_extract(grade_code, '^XR0?([1-9])([A-D]?)$', 2)
          WHEN 'A' THEN 1 WHEN 'B' THEN 2 WHEN 'C' THEN 3 WHEN 'D' THEN 4 ELSE 0 END AS band_rank,
    afc_spinal_point AS spine_point, asg_number AS assignment, f.assignments, groups_held,
    asg_type_of_contract AS contract, bank_held, least(all_fte, 1.2) AS fte, all_fte > 1 AS fte_above_one,
    all_basic AS basic_pay, all_pay AS total_pay,
    CASE WHEN all_fte > 0 THEN CAST(all_basic / (least(all_fte, 1.2) * 162.95) AS DECIMAL(14, 4)) END
      AS hourly_pay,
    status,
    CASE
      WHEN status IN ('Active Assignment', 'Internal Secondment', 'Acting Up')
        THEN CASE WHEN s.person_id IS NULL THEN 'ACTIVE' ELSE 'LONG_SICK' END
      WHEN regexp_matches(status, '(?i)maternity|adoption|paternity|parental') THEN 'PARENTAL'
      WHEN regexp_matches(status, '(?i)career break') THEN 'CAREER_BREAK'
      ELSE 'OTHER_INACTIVE'
    END AS state,
    start_date, reason_for_leaving, destination_on_leaving,
    year(f.period) - year_of_birth AS age, home_lsoa
  FROM folded f LEFT JOIN sick s ON s.person_id = f.person_id AND s.month = f.period
) TO '{to}/person_months.parquet' (FORMAT parquet)
