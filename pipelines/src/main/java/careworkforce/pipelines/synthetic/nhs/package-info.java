/** NHS trusts, staff, careers, pay and absence. */
@NullMarked
package careworkforce.pipelines.synthetic.nhs;

import org.jspecify.annotations.NullMarked;
