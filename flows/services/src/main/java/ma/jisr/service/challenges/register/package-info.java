/** The register of challenges: themes, what each says, who owns it, how it is found and changed. */
@NullMarked
package ma.jisr.service.challenges.register;

import org.jspecify.annotations.NullMarked;
