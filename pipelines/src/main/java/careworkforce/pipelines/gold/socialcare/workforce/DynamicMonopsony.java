package careworkforce.pipelines.gold.socialcare.workforce;

/**
 * Labour supply to the sector in the steady state of Manning's dynamic monopsony, in which hires
 * from outside answer to pay as separations to the outside do, with the other sign (methods 2.6;
 * the algebra is derived there from the published structure).
 *
 * @param separation elasticity of all separations
 * @param toCare elasticity of separations to other care employers
 * @param share share of separations that go to other care employers
 */
record DynamicMonopsony(double separation, double toCare, double share) {

  /** Elasticity of separations out of the sector, from e_S = th·e_in + (1 − th)·e_out. */
  double outside() {
    return (separation - share * toCare) / (1 - share);
  }

  /** Elasticity of the sector's employment. */
  double employment() {
    return -2 * outside();
  }
}
