package org.postpurchase.helpdesk;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses of the internet from those of the shop's own network. */
final class PublicAddresses {
  /** Networks that are no part of the internet, as address and length. */
  private static final int[][] NOT_PUBLIC = {
    {0, 0, 0, 0, 8},
    {10, 0, 0, 0, 8},
    {100, 64, 0, 0, 10},
    {127, 0, 0, 0, 8},
    {169, 254, 0, 0, 16},
    {172, 16, 0, 0, 12},
    {192, 0, 0, 0, 24},
    {192, 0, 2, 0, 24},
    {192, 88, 99, 0, 24},
    {192, 168, 0, 0, 16},
    {198, 18, 0, 0, 15},
    {198, 51, 100, 0, 24},
    {203, 0, 113, 0, 24},
    {224, 0, 0, 0, 3}
  };

  private static final int IPV4_BYTES = 4;

  private PublicAddresses() {}

  static boolean isPublic(InetAddress address) {
    return address instanceof Inet6Address
        ? isPublic6(address.getAddress())
        : isPublic4(address.getAddress());
  }

  private static boolean isPublic4(byte[] bytes) {
    for (int[] network : NOT_PUBLIC) {
      if (matches(bytes, network, network[IPV4_BYTES])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Of IPv6 only global unicast (2000::/3) is public; and an address that carries an IPv4 address,
   * such as those of NAT64 and 6to4, is what that one is.
   */
  private static boolean isPublic6(byte[] bytes) {
    if (matches(bytes, new int[] {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}, 96)) {
      return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (matches(bytes, new int[] {0x20, 0x02}, 16)) {
      return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
    }
    boolean teredo = matches(bytes, new int[] {0x20, 0x01, 0, 0}, 32);
    boolean documentation = matches(bytes, new int[] {0x20, 0x01, 0x0d, 0xb8}, 32);
    return matches(bytes, new int[] {0x20}, 3) && !teredo && !documentation;
  }

  private static boolean matches(byte[] address, int[] network, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The addresses of a host.
   *
   * @throws HookFailedException when there are none, or when any of them is in the shop's own
   *     network while that is not allowed
   */
  static InetAddress[] of(String host, boolean privateAllowed) {
    InetAddress[] found;
    try {
      found = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new HookFailedException("There is no host '" + host + "'.", e);
    }
    for (InetAddress each : found) {
      if (!privateAllowed && !isPublic(each)) {
        throw new HookFailedException(
            "'"
                + host
                + "' is "
                + each.getHostAddress()
                + ", an address of a private network. Where the help desk is in there, set"
                + " postpurchase.helpdesk.private-addresses=true.");
      }
    }
    return found;
  }
}
