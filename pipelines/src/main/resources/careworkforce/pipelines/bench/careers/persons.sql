-- Every person with the latest description, and whether the key contradicts itself.
COPY (
  SELECT person_id, min(birth_year) AS birth_year,
    max(struct_pack(last_month, sex, ethnicity, nationality)) AS latest,
    min(first_month) AS first_month, max(last_month) AS last_month,
    count(DISTINCT birth_year) AS birth_years, count(DISTINCT sex) AS sexes,
    count(DISTINCT birth_year) > 1 OR count(DISTINCT sex) > 1 AS conflict
  FROM '{to}/person_descriptions.parquet'
  GROUP BY person_id
) TO '{to}/persons.parquet' (FORMAT parquet)
