/** Jobs outside social care: who works where, what is paid, and where care staff go. */
@NullMarked
package careworkforce.pipelines.synthetic.jobs;

import org.jspecify.annotations.NullMarked;
