/**
 * Mattermost: a bot account whose events come over a WebSocket, whose posts go by its REST API
 * (version 4), and whose buttons and slash command call our door. Not tried against a live server.
 */
@NullMarked
package ma.jisr.gateway.channel.chat.mattermost;

import org.jspecify.annotations.NullMarked;
