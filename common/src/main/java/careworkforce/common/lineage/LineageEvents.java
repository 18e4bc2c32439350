package careworkforce.common.lineage;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.job.Job;
import careworkforce.common.job.Manifest;
import careworkforce.common.job.Transform;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run told as OpenLineage run events (specification 2-0-2), one JSON object a line: for each job
 * that ran a START when it began, and a COMPLETE when it ended with the versions read and written,
 * the rows, the schema and from which columns each column comes; a FAIL without rows if what it
 * made does not stand, as it failed or the run was taken back. Of a refresh that an error ended, a
 * FAIL of itself too, with the error. Written to {@code <run>.jsonl} in the folder that {@code
 * observe.lineage} names.
 */
public final class LineageEvents {
  private static final Setting<String> FOLDER =
      Setting.text("observe.lineage", "folder that OpenLineage events are written to");
  private final Catalogue catalogue;
  private final Lake lake;
  private final Settings settings;
  private final Manifest run;
  private final LineageWords words;
  private final List<String> untold = new ArrayList<>();

  private LineageEvents(
      Catalogue catalogue, Lake lake, Settings settings, String command, Manifest run) {
    this.catalogue = catalogue;
    this.lake = lake;
    this.settings = settings;
    this.run = run;
    this.words = new LineageWords(lake.root(), command);
  }

  /**
   * Writes a run's events if the settings ask for it.
   *
   * @param command what was run, {@code run} or {@code refresh}: the parent of its jobs
   * @return what went wrong, which ends no run
   */
  public static Optional<String> write(
      Catalogue catalogue, Lake lake, Settings settings, String command, Manifest run) {
    String folder = settings.value(FOLDER);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      LineageEvents events = new LineageEvents(catalogue, lake, settings, command, run);
      List<String> lines = events.lines();
      lake.noteAt(folder + "/" + run.run() + ".jsonl").write(String.join("\n", lines));
      return events.untold.isEmpty()
          ? Optional.empty()
          : Optional.of("where columns come from was not told of " + events.untold);
    } catch (Exception e) { // Spark, in Scala, throws what it does not declare
      return Optional.of("lineage was not written: " + e.getMessage());
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Manifest.Entry entry : run.jobs()) {
      Job job = catalogue.writer(entry.table());
      if (job != null && List.of("ran", "failed").contains(entry.status())) {
        lines.add(event("START", entry.began(), entry).toString());
        ObjectNode end =
            event(stands(entry) ? "COMPLETE" : "FAIL", entry.began() + entry.seconds(), entry);
        inputs(entry, end.withArray("inputs"));
        end.withArray("outputs").add(output(job, entry));
        lines.add(end.toString());
      }
    }
    if (run.outcome().equals(Manifest.FAILED)) {
      lines.add(words.failed(at(run.seconds()), run.run(), run.error()).toString());
    }
    return lines;
  }

  /** True if what the job made stands. */
  private boolean stands(Manifest.Entry entry) {
    return entry.status().equals("ran") && run.stands();
  }

  private ObjectNode event(String type, double seconds, Manifest.Entry entry) {
    return words.event(type, at(seconds), run.run(), entry.table());
  }

  private Instant at(double seconds) {
    return Instant.parse(run.started()).plusMillis(Math.round(seconds * 1_000));
  }

  private void inputs(Manifest.Entry entry, ArrayNode inputs) {
    entry.inputs().forEach((table, version) -> inputs.add(words.table(table, version)));
    entry.files().stream()
        .map(file -> file.file().substring(0, Math.max(0, file.file().indexOf('/'))))
        .distinct()
        .forEach(folder -> inputs.add(words.delivered(folder)));
  }

  private ObjectNode output(Job job, Manifest.Entry entry) {
    ObjectNode output = words.table(entry.table(), entry.version());
    ObjectNode facets = output.withObject("/facets");
    facets.set("schema", words.schema(job.writes().fields()));
    if (job instanceof Transform transform) {
      columns(transform).ifPresent(facet -> facets.set("columnLineage", facet));
    }
    if (stands(entry)) {
      output.withObject("/outputFacets").set("outputStatistics", words.rows(entry.rows()));
    }
    return output;
  }

  /** Those of a job; empty if it cannot be asked without rows, which keeps no other from it. */
  private Optional<ObjectNode> columns(Transform job) {
    try {
      return Optional.of(columns(ColumnLineage.of(job, lake.spark(), settings)));
    } catch (Exception e) { // Spark, in Scala, throws what it does not declare
      untold.add(job.writes() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private ObjectNode columns(ColumnLineage lineage) {
    ObjectNode facet = words.facet("ColumnLineageDatasetFacet", "1-2-0");
    ObjectNode fields = facet.putObject("fields");
    lineage
        .columns()
        .forEach(
            (column, sources) -> {
              ArrayNode from = fields.putObject(column).putArray("inputFields");
              sources.forEach((source, way) -> from.add(field(source, "DIRECT", way.name())));
            });
    ArrayNode whole = facet.putArray("dataset");
    for (Map.Entry<Source, String> deciding : lineage.deciding().entrySet()) {
      whole.add(field(deciding.getKey(), "INDIRECT", deciding.getValue()));
    }
    return facet;
  }

  private ObjectNode field(Source source, String type, String subtype) {
    ObjectNode field = words.named(source.table());
    field.put("field", source.column());
    field
        .putArray("transformations")
        .addObject()
        .put("type", type)
        .put("subtype", subtype)
        .put("description", "")
        .put("masking", false);
    return field;
  }
}
