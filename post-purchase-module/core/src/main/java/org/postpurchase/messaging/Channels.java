package org.postpurchase.messaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.postpurchase.shared.PostPurchaseException;

/**
 * All channels of this shop, the main one first. Others are asked for when they are first needed,
 * since such a bean may itself need the product. Safe for use by several threads.
 */
public final class Channels {
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,9}");

  private final Channel main;
  private final Supplier<? extends Collection<? extends Channel>> others;
  private volatile List<Channel> known;

  /**
   * @param main offered first; answers given at checkout and on the page of one's own settings are
   *     about its consent key
   */
  public Channels(Channel main, Supplier<? extends Collection<? extends Channel>> others) {
    this.main = main;
    this.others = others;
  }

  public static Channels of(Channel main, Channel... others) {
    return new Channels(main, () -> Arrays.asList(others));
  }

  public Channel main() {
    return main;
  }

  /**
   * The main one first.
   *
   * @throws PostPurchaseException when a key is not usable or two channels have the same
   */
  public List<Channel> all() {
    List<Channel> all = known;
    if (all == null) {
      all = new ArrayList<>();
      all.add(main);
      all.addAll(others.get());
      for (Channel channel : all) {
        check(channel, all);
      }
      known = Collections.unmodifiableList(all);
    }
    return all;
  }

  private static void check(Channel channel, List<Channel> all) {
    String name = channel.getClass().getName();
    if (!KEY.matcher(channel.key()).matches() || !KEY.matcher(channel.consentKey()).matches()) {
      throw new PostPurchaseException(
          "The channel "
              + name
              + " has the key '"
              + channel.key()
              + "' and the consent key '"
              + channel.consentKey()
              + "', but a key is a capital followed by capitals, digits or _, at most 10.");
    }
    if (all.stream().filter(other -> other.key().equals(channel.key())).count() > 1) {
      throw new PostPurchaseException(
          "Two channels have the key '"
              + channel.key()
              + "', one of them is "
              + name
              + ". Give it a key of its own.");
    }
  }

  /** Empty when the shop has no such channel (any more); an empty key is that of the main one. */
  public Optional<Channel> find(String key) {
    return key.isEmpty()
        ? Optional.of(main)
        : all().stream().filter(channel -> channel.key().equals(key)).findFirst();
  }

  /** The consent key of a channel; of one that is gone, its own key. */
  public String consentKey(String channel) {
    return find(channel).map(Channel::consentKey).orElse(channel);
  }
}
