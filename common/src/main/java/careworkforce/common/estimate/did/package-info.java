/**
 * Event studies and staggered adoption: what happened to units after they were first treated, and
 * how much trust their paths before it deserve.
 */
@NullMarked
package careworkforce.common.estimate.did;

import org.jspecify.annotations.NullMarked;
