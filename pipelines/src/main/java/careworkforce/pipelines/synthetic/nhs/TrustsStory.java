package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The list of trusts: those of 2012, and those that mergers opened. */
public record TrustsStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "trusts";
  }

  @Override
  public long entities() {
    return Trust.ALL.size();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(TrustRow.class);
  }

  @Override
  public void tell(long entity, Told to) {
    Trust trust = Trust.ALL.get((int) entity);
    Integer merged = first(month -> !trust.codeIn(month).equals(trust.code()));
    to.fact(
        new TrustRow(
            world.from(), trust.code(), trust.name(), trust.region(), trust.icb(), null, merged));
    String last = trust.codeIn(world.to());
    if (merged != null && firstOf(last, trust)) {
      to.fact(
          new TrustRow(
              world.from(),
              last,
              trust.name() + " and partners",
              trust.region(),
              trust.icb(),
              first(month -> trust.codeIn(month).equals(last)),
              null));
    }
  }

  private @Nullable Integer first(IntPredicate is) {
    int found = IntStream.rangeClosed(world.from(), world.to()).filter(is).findFirst().orElse(-1);
    return found < 0 ? null : found;
  }

  private boolean firstOf(String successor, Trust trust) {
    boolean old = Trust.ALL.stream().anyMatch(t -> t.code().equals(successor));
    Trust opener =
        Trust.ALL.stream()
            .filter(t -> t.codeIn(world.to()).equals(successor))
            .findFirst()
            .orElse(trust);
    return !old && opener == trust;
  }
}
