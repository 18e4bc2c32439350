/** Pictures and pages from tables. */
@NullMarked
package careworkforce.common.report;

import org.jspecify.annotations.NullMarked;
