package org.postpurchase.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.shared.Money;

/** Campaigns and their entries. All methods join the caller's transaction. */
public interface CampaignStore {
  List<Campaign> all();

  /** Those that are open and let moments enter people; one statement. */
  List<Campaign> openForMoments();

  Optional<Campaign> find(long campaignId);

  Optional<Campaign> find(String code);

  /** Adds it; empty if the code is taken. */
  Optional<Long> add(Campaign campaign);

  /** As it is once nobody else is changing it, locked until the transaction ends. */
  Optional<Campaign> lock(long campaignId);

  /** Writes a locked campaign, with the next edition. */
  void save(Campaign campaign);

  /** Adds those whose mailboxes do not take part yet; returns whether any was new. */
  boolean enter(Collection<Entry> entries);

  /** In the order of entering. */
  List<Entry> entries(long campaignId);

  int count(long campaignId);

  /** How many entered by which source. */
  Map<String, Integer> sources(long campaignId);

  /** In the order of the prizes. */
  List<Entry> winners(long campaignId);

  /** The winners' numbers among all entries, from 1, in the order of the prizes. */
  List<Integer> winningNumbers(long campaignId);

  void place(long entryId, int place);

  /** What it has cost; empty while nobody has said. */
  Optional<Money> costOf(long campaignId);

  /**
   * @param cost null for not known
   */
  void cost(long campaignId, Money cost);
}
