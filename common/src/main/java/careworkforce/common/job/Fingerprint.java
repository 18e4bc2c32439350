package careworkforce.common.job;

import careworkforce.common.table.CodeList;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

/**
 * A hash of everything that a job's result depends on in this project's code: the job's class and
 * every class of ours it reaches, its resources, the contract's code lists. Read from the class
 * files' constant pools (JVM specification, section 4.4).
 */
final class Fingerprint {
  private static final String OURS = "careworkforce/";
  private static final int SHOWN = 16;

  private Fingerprint() {}

  /** The job's fingerprint, 16 hexadecimal digits. */
  static String of(Job job) {
    MessageDigest hash = sha256();
    TreeMap<String, byte[]> classes = reached(job.getClass());
    classes.forEach(
        (name, bytes) -> {
          hash.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
          hash.update(bytes);
        });
    for (String resource : job.resources()) {
      hash.update(bytes(job.getClass().getResourceAsStream(resource), resource));
    }
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

  private static TreeMap<String, byte[]> reached(Class<?> root) {
    ClassLoader loader = root.getClassLoader();
    TreeMap<String, byte[]> seen = new TreeMap<>();
    Deque<String> toRead = new ArrayDeque<>(Set.of(root.getName().replace('.', '/')));
    while (!toRead.isEmpty()) {
      String name = toRead.pop();
      if (seen.containsKey(name)) {
        continue;
      }
      byte[] bytes = bytes(loader.getResourceAsStream(name + ".class"), name);
      seen.put(name, bytes);
      toRead.addAll(classesNamedIn(bytes));
    }
    return seen;
  }

  private static byte[] bytes(@org.jspecify.annotations.Nullable InputStream in, String name) {
    if (in == null) {
      throw new IllegalStateException("no resource " + name);
    }
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> classesNamedIn(byte[] classFile) {
    Set<String> names = new HashSet<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      in.readInt();
      in.readInt();
      int entries = in.readUnsignedShort();
      String[] texts = new String[entries];
      Set<Integer> classNames = new HashSet<>();
      for (int i = 1; i < entries; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 7 -> classNames.add(in.readUnsignedShort());
          case 8, 16, 19, 20 -> in.skipBytes(2);
          case 15 -> in.skipBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
          case 5, 6 -> {
            in.skipBytes(8);
            i++;
          }
          default -> throw new IllegalStateException("constant pool tag " + tag);
        }
      }
      for (int i : classNames) {
        String name = texts[i];
        if (name.startsWith(OURS)) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
