CREATE VIEW assignments AS
  SELECT * FROM read_parquet(
    '{lake}/bronze/esr_assignments/period=*/*.parquet', hive_partitioning = true, hive_types = {'period': DATE})
  WHERE period < DATE '{before}';
CREATE VIEW absences AS
  SELECT * FROM read_parquet(
    '{lake}/bronze/esr_absence/period=*/*.parquet', hive_partitioning = true, hive_types = {'period': DATE})
  WHERE period < DATE '{before}';
CREATE VIEW groups AS SELECT * REPLACE (training = 'true' AS training) FROM manual;
CREATE VIEW group_bits AS
  SELECT level2, 1 << CAST(row_number() OVER (ORDER BY level2) - 1 AS INT) AS bit
  FROM (SELECT DISTINCT level2 FROM groups);
