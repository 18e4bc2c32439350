/** The workshop: what any data system by contract needs. Knows nothing of health or care. */
@NullMarked
package careworkforce.common;

import org.jspecify.annotations.NullMarked;
