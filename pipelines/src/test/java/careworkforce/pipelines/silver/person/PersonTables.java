package careworkforce.pipelines.silver.person;

import careworkforce.common.job.FakeInputs;
import careworkforce.pipelines.bronze.esr.EsrAssignments;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is made of persons from assignments delivered. */
record PersonTables(Dataset<Row> descriptions, Dataset<Row> persons, Dataset<Row> conflicts) {

  static PersonTables of(Dataset<Row> assignments) {
    FakeInputs inputs = FakeInputs.of().with(EsrAssignments.TABLE, assignments);
    Dataset<Row> descriptions = new EsrPersonDescriptionsJob().rows(inputs);
    inputs.with(EsrPersonDescriptions.TABLE, descriptions);
    Dataset<Row> conflicts = new EsrPersonConflictsJob().rows(inputs);
    inputs.with(EsrPersonConflicts.TABLE, conflicts);
    return new PersonTables(descriptions, new EsrPersonsJob().rows(inputs), conflicts);
  }
}
