/**
 * Event studies and staggered adoption: what happened to units after they were first treated, and
 * how much trust their paths before it deserve.
 *
 * <p>Ready for studies to come, 01, 02, 04 and 05 of the programme: no job of today's and no option
 * of the command {@code estimate} calls them, but for {@link
 * careworkforce.common.estimate.did.Equivalence}, by which study 06 says how null a null result is.
 */
@NullMarked
package careworkforce.common.estimate.did;

import org.jspecify.annotations.NullMarked;
