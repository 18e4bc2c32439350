/** The report that the demo ends with: what ran, what was refused, what was found. */
@NullMarked
package careworkforce.pipelines.report;

import org.jspecify.annotations.NullMarked;
