package careworkforce.pipelines.synthetic.nhs;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.conf.Settings;
import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrustPlacesStoryTest {
  private static final WorldSettings WORLD = WorldSettings.of(Settings.load(List.of(), Map.of()));

  private static <F extends Fact> List<F> told(Class<F> kind) {
    return told(WORLD, kind);
  }

  private static <F extends Fact> List<F> told(WorldSettings world, Class<F> kind) {
    List<F> facts = new ArrayList<>();
    Told ears =
        new Told() {
          @Override
          public <G extends Fact> void fact(G fact) {
            if (kind.isInstance(fact)) {
              facts.add(kind.cast(fact));
            }
          }

          @Override
          public void tally(String name, long count) {}
        };
    TrustPlacesStory story = new TrustPlacesStory(world);
    for (long entity = 0; entity < story.entities(); entity++) {
      story.tell(entity, ears);
    }
    return facts;
  }

  @Test
  void shouldPlaceEveryTrustOfTheWorldsEndOnceInADistrictOfItsRegion() {
    List<TrustPlace> places = told(TrustPlace.class);
    Set<String> codes =
        Trust.ALL.stream().map(t -> t.codeIn(WORLD.to())).collect(Collectors.toSet());
    assertThat(places).extracting(TrustPlace::code).containsExactlyInAnyOrderElementsOf(codes);
    assertThat(places)
        .allSatisfy(
            place ->
                assertThat(place.district().region())
                    .isEqualTo(Trust.under(place.code(), WORLD.to()).region()));
  }

  /** RLN and RE9 became R0B in April 2019: their staff stand under it in all months. */
  @Test
  void shouldPlaceATrustUnderTheCodeOfAMergerThatTheWorldDoesNotLiveToSee() {
    WorldSettings shorter =
        WorldSettings.of(Settings.load(List.of(), Map.of("synthetic.to", "\"2018-12\"")));
    assertThat(told(shorter, TrustPlace.class))
        .extracting(TrustPlace::code)
        .contains("R0B")
        .doesNotContain("RLN", "RE9");
    assertThat(told(shorter, TrustPolicy.class))
        .extracting(TrustPolicy::code)
        .doesNotContain("RLN", "RE9");
    assertThat(TrustPlace.of(shorter, Trust.under("RE9", shorter.to())).code()).isEqualTo("R0B");
  }

  @Test
  void shouldTellTheMergersOfTheLastYearWithTheirMonth() {
    assertThat(told(TrustSuccessor.class))
        .extracting(s -> s.code() + " " + s.successor() + " " + new Month(s.from()))
        .containsExactlyInAnyOrder(
            "RT3 RJ1 2021-02", "RXH RYR 2021-04", "RTV RW4 2021-06", "RW6 RM3 2021-10");
  }

  @Test
  void shouldDrawForEachTrustByItself() {
    assertThat(Trust.ALL).extracting(t -> Trust.number(t.code())).doesNotHaveDuplicates();
    Map<String, String> drawn = new HashMap<>();
    told(TrustPolicy.class)
        .forEach(p -> drawn.merge(p.code(), p.policy() + p.from(), String::concat));
    assertThat(drawn.getOrDefault("RXT", "")).isNotEqualTo(drawn.getOrDefault("RY5", ""));
    assertThat(drawn.getOrDefault("RXV", "")).isNotEqualTo(drawn.getOrDefault("RY7", ""));
  }

  @Test
  void shouldLetAboutHalfOfTrustsAdoptEachPolicyInTheMiddleOfTheWorld() {
    List<TrustPolicy> policies = told(TrustPolicy.class);
    long trusts = told(TrustPlace.class).size();
    for (String policy : List.of(TrustPolicy.CAREERS, TrustPolicy.WELL_BEING)) {
      long adopters = policies.stream().filter(p -> p.policy().equals(policy)).count();
      assertThat(adopters).isBetween(trusts * 2 / 5, trusts * 3 / 5);
    }
    int fifth = WORLD.months() / 5;
    assertThat(policies)
        .allSatisfy(
            p ->
                assertThat(p.from()).isBetween(WORLD.from() + fifth, WORLD.from() + 4 * fifth - 1));
  }
}
