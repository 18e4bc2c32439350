-- Every month of those whose key contradicts itself.
COPY (
  SELECT DISTINCT person_id, CAST(unnest(range(first_month, last_month + 1, INTERVAL 1 MONTH)) AS DATE) AS month
  FROM '{to}/person_descriptions.parquet'
  SEMI JOIN (SELECT person_id FROM '{to}/persons.parquet' WHERE conflict) USING (person_id)
) TO '{to}/person_conflicts.parquet' (FORMAT parquet)
