package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.List;
import java.util.Set;

/**
 * Where trusts stand, their policies and coded measures, each under its last code, as the pipelines
 * put staff under it in every month: also in a world that ends before a merger. And the mergers of
 * the last year.
 */
public record TrustPlacesStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "trust places and policies";
  }

  @Override
  public long entities() {
    return Trust.ALL.size();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(TrustPlace.class, TrustSuccessor.class, TrustPolicy.class, CodedMeasure.class);
  }

  @Override
  public void tell(long entity, Told to) {
    Trust trust = Trust.ALL.get((int) entity);
    TrustSuccessor successor = TrustSuccessor.of(world, trust);
    if (successor != null) {
      to.fact(successor);
    }
    String code = trust.lastCode();
    if (Trust.last(code) != trust) {
      return;
    }
    to.fact(TrustPlace.of(world, trust));
    for (String policy : List.of(TrustPolicy.CAREERS, TrustPolicy.WELL_BEING)) {
      TrustPolicy adopted = TrustPolicy.of(world, code, policy);
      if (adopted != null) {
        to.fact(adopted);
      }
    }
    CodedMeasure measure = CodedMeasure.of(world, code);
    if (measure != null) {
      to.fact(measure);
    }
  }
}
