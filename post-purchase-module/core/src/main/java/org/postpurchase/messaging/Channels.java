package org.postpurchase.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postpurchase.shared.PostPurchaseException;

/** All channels of this shop. Immutable. */
public final class Channels {
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,9}");

  private final List<Channel> all;

  /**
   * @param main offered first; answers given at checkout and on the page of one's own settings are
   *     about its consent key
   * @throws PostPurchaseException when a key is not usable or two channels have the same
   */
  public Channels(Channel main, Collection<? extends Channel> others) {
    List<Channel> channels = new ArrayList<>();
    channels.add(main);
    channels.addAll(others);
    all = Collections.unmodifiableList(channels);
    for (Channel channel : all) {
      check(channel);
    }
  }

  public static Channels of(Channel main, Channel... others) {
    List<Channel> more = new ArrayList<>();
    Collections.addAll(more, others);
    return new Channels(main, more);
  }

  private void check(Channel channel) {
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

  public Channel main() {
    return all.get(0);
  }

  /** The main one first. */
  public List<Channel> all() {
    return all;
  }

  public List<String> keys() {
    return all.stream().map(Channel::key).collect(Collectors.toList());
  }

  /** Empty when the shop has no such channel (any more). */
  public Optional<Channel> find(String key) {
    return all.stream().filter(channel -> channel.key().equals(key)).findFirst();
  }

  /** The consent key of a channel; of one that is gone, its own key. */
  public String consentKey(String channel) {
    return find(channel).map(Channel::consentKey).orElse(channel);
  }
}
