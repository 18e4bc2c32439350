package careworkforce.common.ingest;

import careworkforce.common.delta.Lake;
import careworkforce.common.delta.SmallFile;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Who was erased from a lake, known by the SHA-256 of the pseudonym: the list names nobody, and a
 * delivered row that does can be told. It stands in {@code erased/persons.txt} below the root.
 */
public final class ErasedPersons implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Set<String> hashes;

  private ErasedPersons(Set<String> hashes) {
    this.hashes = hashes;
  }

  /** Nobody. */
  static ErasedPersons nobody() {
    return new ErasedPersons(Set.of());
  }

  /** Those of a lake. */
  public static ErasedPersons of(Lake lake) {
    return new ErasedPersons(
        note(lake).read().stream()
            .flatMap(String::lines)
            .filter(line -> !line.isBlank())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Adds a person. */
  public static void add(Lake lake, String pseudonym) {
    Set<String> all = new TreeSet<>(of(lake).hashes);
    all.add(hash(pseudonym.getBytes(StandardCharsets.UTF_8)));
    note(lake).write(String.join("\n", all));
  }

  private static SmallFile note(Lake lake) {
    return lake.note("erased/persons.txt");
  }

  boolean isNone() {
    return hashes.isEmpty();
  }

  /** How many. */
  public int count() {
    return hashes.size();
  }

  boolean holds(UTF8String pseudonym) {
    return hashes.contains(hash(pseudonym.getBytes()));
  }

  private static String hash(byte[] pseudonym) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pseudonym));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
