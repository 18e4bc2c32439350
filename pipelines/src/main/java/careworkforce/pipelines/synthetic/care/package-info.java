/** Care homes and other employers, their staff, registrations and ratings. */
@NullMarked
package careworkforce.pipelines.synthetic.care;

import org.jspecify.annotations.NullMarked;
