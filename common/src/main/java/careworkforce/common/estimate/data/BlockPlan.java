package careworkforce.common.estimate.data;

import careworkforce.common.estimate.formula.EffectTerm;
import careworkforce.common.estimate.formula.Specification;
import java.io.Serializable;
import java.util.List;

/**
 * How a model's rows are kept in blocks.
 *
 * @param specification the model, by which rows are screened
 * @param bases the same with every term a single column: what multiplies its dummies, 1 for none
 * @param factors columns whose levels become dummies, kept as levels
 * @param eliminated effect by whose whole groups blocks are cut, one of the specification's
 */
public record BlockPlan(
    Specification specification, Specification bases, List<String> factors, EffectTerm eliminated)
    implements Serializable {}
