/** Regions, local authorities, travel-to-work areas and their outside wages. */
@NullMarked
package careworkforce.pipelines.synthetic.area;

import org.jspecify.annotations.NullMarked;
