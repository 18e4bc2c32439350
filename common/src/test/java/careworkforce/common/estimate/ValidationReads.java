package careworkforce.common.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps account of which numbers of the validation library tests have asked for. Every number of
 * every expected.json has a path such as {@code 01_petersen_cluster/models/ols/vcov/iid/se/x}, in
 * which elements of lists are called by their id or type.
 */
final class ValidationReads {
  private static final Set<String> READ = ConcurrentHashMap.newKeySet();

  private ValidationReads() {}

  /** Reads a file so that every number taken from it is noted. */
  static JsonNode parse(String name, File file) {
    ObjectMapper mapper = new ObjectMapper();
    mapper.setNodeFactory(new Noting());
    try {
      JsonNode tree = mapper.readTree(file);
      name(tree, name, new TreeSet<>());
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paths of all numbers of a file. */
  static Set<String> numbers(JsonNode tree, String name) {
    Set<String> paths = new TreeSet<>();
    name(tree, name, paths);
    return paths;
  }

  /** Whether a number was asked for since the JVM began. */
  static boolean read(String path) {
    return READ.contains(path);
  }

  private static void name(JsonNode node, String path, Set<String> numbers) {
    if (node instanceof Named named) {
      named.call(path);
      numbers.add(path);
    } else if (node.isArray()) {
      Set<String> taken = new TreeSet<>();
      for (int i = 0; i < node.size(); i++) {
        JsonNode child = node.get(i);
        String label = child.path("id").asText(child.path("type").asText("#" + i));
        name(child, path + "/" + (taken.add(label) ? label : label + "#" + i), numbers);
      }
    } else {
      node.properties()
          .forEach(field -> name(field.getValue(), path + "/" + field.getKey(), numbers));
    }
  }

  private interface Named {
    void call(String path);
  }

  private static final class Noting extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public NumericNode numberNode(double value) {
      return new NotedDouble(value);
    }

    @Override
    public NumericNode numberNode(int value) {
      return new NotedInt(value);
    }
  }

  private static final class NotedDouble extends DoubleNode implements Named {
    private static final long serialVersionUID = 1L;
    private String path = "";

    NotedDouble(double value) {
      super(value);
    }

    @Override
    public void call(String name) {
      path = name;
    }

    @Override
    public double doubleValue() {
      READ.add(path);
      return super.doubleValue();
    }
  }

  private static final class NotedInt extends IntNode implements Named {
    private static final long serialVersionUID = 1L;
    private String path = "";

    NotedInt(int value) {
      super(value);
    }

    @Override
    public void call(String name) {
      path = name;
    }

    @Override
    public int intValue() {
      READ.add(path);
      return super.intValue();
    }

    @Override
    public double doubleValue() {
      READ.add(path);
      return super.doubleValue();
    }
  }
}
