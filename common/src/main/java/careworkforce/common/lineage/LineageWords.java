package careworkforce.common.lineage;

import careworkforce.common.table.Field;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.Path;

/** The objects of OpenLineage: events, datasets and facets, each with the schema it keeps. */
final class LineageWords {
  private static final String SPEC = "https://openlineage.io/spec/";
  private static final String PRODUCER = "urn:careworkforce";
  private static final JsonMapper JSON = new JsonMapper();
  private final String namespace;
  private final String folder;
  private final String command;

  /**
   * The words of a lake.
   *
   * @param root its folder or URI
   * @param command what was run, the parent of its jobs
   */
  LineageWords(String root, String command) {
    URI uri = new Path(root).toUri();
    String scheme = uri.getScheme() == null ? "file" : uri.getScheme();
    this.namespace = uri.getAuthority() == null ? scheme : scheme + "://" + uri.getAuthority();
    this.folder = uri.getPath();
    this.command = command;
  }

  /** A run event; the same run and job have the same id whenever they are told. */
  ObjectNode event(String type, Instant at, String run, String job) {
    ObjectNode event = JSON.createObjectNode();
    event.put("eventType", type).put("eventTime", at.toString());
    ObjectNode ran = event.putObject("run").put("runId", id(run + "/" + job));
    ObjectNode parent = facet("ParentRunFacet", "1-1-0");
    parent.putObject("run").put("runId", id(run));
    parent.putObject("job").put("namespace", "careworkforce").put("name", command);
    ran.putObject("facets").set("parent", parent);
    event.putObject("job").put("namespace", "careworkforce").put("name", job);
    event.putArray("inputs");
    event.putArray("outputs");
    event.put("producer", PRODUCER);
    return event.put("schemaURL", SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent");
  }

  /** That the command itself was ended by an error, with what a person may be told of it. */
  ObjectNode failed(Instant at, String run, String error) {
    ObjectNode event = event("FAIL", at, run, command);
    ObjectNode ran = event.withObject("/run").put("runId", id(run));
    ObjectNode facet = facet("ErrorMessageRunFacet", "1-0-1");
    facet.put("message", error).put("programmingLanguage", "JAVA");
    ran.putObject("facets").set("errorMessage", facet);
    return event;
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A facet with its schema. */
  ObjectNode facet(String name, String version) {
    String url = SPEC + "facets/" + version + "/" + name + ".json#/$defs/" + name;
    return JSON.createObjectNode().put("_producer", PRODUCER).put("_schemaURL", url);
  }

  /** A table of the lake by where it stands. */
  ObjectNode named(String table) {
    return JSON.createObjectNode()
        .put("namespace", namespace)
        .put("name", folder + "/" + table.replace('.', '/'));
  }

  /** The same at a version. */
  ObjectNode table(String table, long version) {
    ObjectNode dataset = named(table);
    dataset
        .putObject("facets")
        .set(
            "version",
            facet("DatasetVersionDatasetFacet", "1-0-1")
                .put("datasetVersion", String.valueOf(version)));
    return dataset;
  }

  /** A source's folder of delivered files. */
  ObjectNode delivered(String source) {
    return JSON.createObjectNode().put("namespace", "delivered").put("name", source);
  }

  /** A schema as a facet. */
  ObjectNode schema(List<Field> fields) {
    ObjectNode facet = facet("SchemaDatasetFacet", "1-1-1");
    ArrayNode all = facet.putArray("fields");
    for (Field field : fields) {
      all.addObject()
          .put("name", field.name())
          .put("type", field.type().simpleString())
          .put("description", field.meaning());
    }
    return facet;
  }

  /** A count of rows written as a facet; none where it is not known. */
  ObjectNode rows(long rows) {
    ObjectNode facet = facet("OutputStatisticsOutputDatasetFacet", "1-0-2");
    return rows < 0 ? facet : facet.put("rowCount", rows);
  }
}
