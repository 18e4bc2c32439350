package careworkforce.pipelines.gold.socialcare.users;

import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of the family.
 *
 * @param finding with question and evidence
 * @param instrument what the instrument is good for
 * @param mean of the outcome in the rows that the estimate rests on, weighted as it is
 */
record CareEffect(Finding finding, InstrumentEvidence instrument, double mean) {

  /** The same; without test and interval by t if its instruments are weak. */
  CareEffect ofStrongInstrument() {
    return new CareEffect(finding.ofStrongInstrument(instrument.effectiveF()), instrument, mean);
  }

  /** The same on another sample. */
  CareEffect on(String sample) {
    return asked(finding.question().on(sample));
  }

  /**
   * The same as a test, which tells no effect.
   *
   * @param nilWhere what holds if it finds nothing
   */
  CareEffect test(String nilWhere) {
    return asked(finding.question().test(nilWhere));
  }

  private CareEffect asked(Question question) {
    Finding other = new Finding(question, finding.term(), finding.effect(), finding.evidence());
    return new CareEffect(other, instrument, mean);
  }

  /** The same; without test and interval if its clusters are few. */
  CareEffect ofManyClusters(String kind) {
    return new CareEffect(finding.ofManyClusters(kind), instrument, mean);
  }

  /** Values of the columns that the table adds, in their order. */
  List<@Nullable Object> values() {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(instrument.robustF());
    values.add(mean);
    values.addAll(instrument.values());
    return values;
  }
}
