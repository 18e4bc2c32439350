/** People who use council-funded care, and what they say of it. */
@NullMarked
package careworkforce.pipelines.synthetic.users;

import org.jspecify.annotations.NullMarked;
