package careworkforce.common.estimate.linear;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the data say about the instruments of a model.
 *
 * @param firstStages one for each endogenous regressor
 * @param andersonRubin test and set that hold with weak instruments
 * @param overidentification test that surplus instruments agree, or null without surplus
 * @param tf interval adjusted for the first stage's strength, or null unless one instrument serves
 *     one regressor
 * @param notes what was repaired or cannot be worked out, in sentences
 */
public record Instruments(
    List<FirstStage> firstStages,
    AndersonRubin andersonRubin,
    @Nullable Overidentification overidentification,
    @Nullable TfInterval tf,
    List<String> notes) {}
