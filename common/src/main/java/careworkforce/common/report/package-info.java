/** Pages that open offline: tables and hand-drawn SVG pictures, each picture with its numbers. */
@NullMarked
package careworkforce.common.report;

import org.jspecify.annotations.NullMarked;
