/** WhatsApp's Cloud API: what Meta calls us with, and is called with. Not tried live. */
@NullMarked
package ma.jisr.gateway.channel.chat.whatsapp;

import org.jspecify.annotations.NullMarked;
