/**
 * The research programme on the health and social care workforce. Its projects 03 and 06 are built;
 * of 01, 02, 04, 05 and 07 little is, as {@code coverage} tells from the tables' declarations.
 */
@NullMarked
package careworkforce.pipelines;

import org.jspecify.annotations.NullMarked;
