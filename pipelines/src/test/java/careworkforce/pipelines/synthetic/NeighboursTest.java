package careworkforce.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.pipelines.synthetic.residents.AddressMonth;
import careworkforce.pipelines.synthetic.residents.Arrival;
import careworkforce.pipelines.synthetic.residents.ResidentsStory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private final Overheard without = hear("0");
  private final Overheard with = hear("1000000");

  @Test
  void shouldComeAtTheRateOfTheSettingAndChangeNoResident() {
    // A million a year at two thousandths of England, over two years.
    assertThat((double) with.tally("ae_arrivals_of_others"))
        .isBetween(4_000 - 5 * Math.sqrt(4_000), 4_000 + 5 * Math.sqrt(4_000));
    assertThat(with.tally("ae_arrivals")).isEqualTo(without.tally("ae_arrivals")).isPositive();
    assertThat(told(with)).containsAll(told(without));
  }

  @Test
  void shouldLiveInNoHomeAndShareNoKey() {
    Set<String> linked = new HashSet<>();
    with.of(AddressMonth.class).forEach(a -> linked.add(a.resident().token()));
    List<Arrival> arrivals = with.of(Arrival.class);
    Set<String> residents = new HashSet<>(told(without));
    assertThat(arrivals)
        .filteredOn(a -> !residents.contains(told(a)))
        .noneMatch(a -> linked.contains(a.resident().token()));
    assertThat(arrivals.stream().map(Arrival::key).distinct().count()).isEqualTo(arrivals.size());
  }

  private static List<String> told(Overheard heard) {
    return heard.of(Arrival.class).stream().map(NeighboursTest::told).toList();
  }

  private static String told(Arrival arrival) {
    return arrival.key() + " " + arrival.resident().token() + " " + arrival.date();
  }

  private static Overheard hear(String others) {
    return Overheard.all(
        new ResidentsStory(
            Overheard.world(
                Map.of(
                    "synthetic.scale", "0.002",
                    "synthetic.from", "\"2016-01\"",
                    "synthetic.to", "\"2017-12\"",
                    "synthetic.others-arrivals", others))));
  }
}
