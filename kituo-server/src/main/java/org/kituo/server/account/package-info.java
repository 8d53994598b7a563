/**
 * What people do with their own accounts: changing and recovering passwords, accepting invitations,
 * registering, and access tokens.
 */
@NullMarked
package org.kituo.server.account;

import org.jspecify.annotations.NullMarked;
