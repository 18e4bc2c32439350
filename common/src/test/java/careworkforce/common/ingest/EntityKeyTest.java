package careworkforce.common.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntityKeyTest {
  private static String pseudonym(EntityKey key, int number) {
    byte[] identifier = ("SYN" + number).getBytes(StandardCharsets.UTF_8);
    return key.pseudonym(identifier, 0, identifier.length).toString();
  }

  @Test
  void shouldGiveManyTasksOfOneProcessTheSamePseudonymsAsOne() {
    byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    EntityKey shared = new EntityKey(secret);
    EntityKey alone = new EntityKey(secret);
    List<String> together =
        IntStream.range(0, 20_000).parallel().mapToObj(n -> pseudonym(shared, n)).toList();
    List<String> inTurn = IntStream.range(0, 20_000).mapToObj(n -> pseudonym(alone, n)).toList();
    assertThat(together).isEqualTo(inTurn);
  }
}
