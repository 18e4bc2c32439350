package careworkforce.common.job;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hash of everything that a job's result depends on in this project's code: the job's class and
 * every class of ours it reaches, the resources beside them that they name, the contract's code
 * lists.
 */
public final class Fingerprint {
  private static final String OURS = "careworkforce/";
  private static final String CLASS = ".class";
  private static final int SHOWN = 16;

  /** A text that may name a file beside the class in which it stands, or from the root on. */
  private static final Pattern FILE = Pattern.compile("/?[\\w./-]+\\.[a-z]{2,4}");

  private Fingerprint() {}

  /** The job's fingerprint, 16 hexadecimal digits. */
  static String of(Job job) {
    return of(job, loader(job));
  }

  /** The same of classes and resources as a loader has them. */
  static String of(Job job, ClassLoader loader) {
    MessageDigest hash = sha256();
    reached(job, loader)
        .forEach(
            (path, bytes) -> {
              hash.update(utf8(path));
              hash.update(bytes);
            });
    Table table = job.writes();
    hash.update(utf8(table.schema().json()));
    for (Field field : table.fields()) {
      CodeList codes = field.codes();
      if (codes != null) {
        hash.update(utf8(codes.labels().toString()));
      }
    }
    return HexFormat.of().formatHex(hash.digest()).substring(0, SHOWN);
  }

  /** Paths of the resources that are part of a job's fingerprint, from the root of the classes. */
  public static Set<String> resources(Job job) {
    TreeMap<String, byte[]> all = reached(job, loader(job));
    all.keySet().removeIf(path -> path.endsWith(CLASS));
    return all.keySet();
  }

  private static ClassLoader loader(Job job) {
    return job.getClass().getClassLoader();
  }

  /** Classes and resources by path, with their content. */
  private static TreeMap<String, byte[]> reached(Job job, ClassLoader loader) {
    TreeMap<String, byte[]> found = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    Deque<String> toRead = new ArrayDeque<>(Set.of(job.getClass().getName().replace('.', '/')));
    while (!toRead.isEmpty()) {
      String name = toRead.pop();
      if (!name.startsWith(OURS) || !seen.add(name)) {
        continue;
      }
      byte[] bytes = content(loader, name + CLASS);
      if (bytes == null) {
        throw new IllegalStateException("no class " + name);
      }
      found.put(name + CLASS, bytes);
      ClassFile named = ClassFile.of(bytes);
      toRead.addAll(named.classes());
      String folder = name.substring(0, name.lastIndexOf('/') + 1);
      for (String text : named.texts()) {
        if (FILE.matcher(text).matches()) {
          String path = text.startsWith("/") ? text.substring(1) : folder + text;
          byte[] resource = content(loader, path);
          if (resource != null) {
            found.put(path, resource);
          }
        }
      }
    }
    return found;
  }

  private static byte @Nullable [] content(ClassLoader loader, String path) {
    try (InputStream in = loader.getResourceAsStream(path)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
