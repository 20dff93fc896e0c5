package org.postpurchase.admin.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Who;
import org.springframework.ui.Model;

/**
 * What all our lists share: tabs with counts, search by address, pages. The templates read the same
 * attributes: {@code counts}, {@code state}, {@code contact}, {@code paging} and {@code rows}.
 *
 * @param <S> the states that rows can be in
 */
public final class ListScreen<S extends Enum<S>> {
  private final Class<S> states;
  private final int pageSize;

  public ListScreen(Class<S> states, int pageSize) {
    this.states = states;
    this.pageSize = pageSize;
  }

  /**
   * Where the rows come from of a list that is searched by a piece of text.
   *
   * @param <S> the states that rows can be in; null stands for all
   * @param <T> what a row tells
   */
  public interface Source<S, T> {
    int countUpTo(int most, S state, String search);

    PageOf<T> page(S state, String search, ListPage page);
  }

  /** The state of that name; null for any other text. */
  public S state(String wanted) {
    for (S state : states.getEnumConstants()) {
      if (state.name().equals(wanted)) {
        return state;
      }
    }
    return null;
  }

  /**
   * @param state name of a state, or anything else for all
   * @param search as somebody typed it; empty for all
   * @param beside which page is wanted
   */
  public void show(Model model, String state, String search, Beside beside, Source<S, ?> source) {
    S chosen = state(state);
    String text = address(search);
    List<StateCount> counts = new ArrayList<>();
    counts.add(count("", null, chosen, text, source));
    for (S each : states.getEnumConstants()) {
      counts.add(count(each.name(), each, chosen, text, source));
    }
    model.addAttribute("counts", counts);
    model.addAttribute("state", chosen == null ? "" : chosen.name());
    model.addAttribute("rows", turn(model, text, source.page(chosen, text, beside.page(pageSize))));
  }

  private static <S> StateCount count(
      String name, S state, S chosen, String search, Source<S, ?> source) {
    return new StateCount(
        name, source.countUpTo(StateCount.MOST, state, search), Objects.equals(state, chosen));
  }

  /**
   * A list that turns its pages by key, with tabs that count up to a bound; the templates read
   * {@code turn} instead of {@code paging}.
   *
   * @param state name of a state, or anything else for all
   * @param beside which page is wanted
   * @return the rows
   */
  public <T> List<T> show(
      Model model, String state, String contact, Who who, Beside beside, Pages<S, T> pages) {
    S chosen = state(state);
    List<StateCount> counts = new ArrayList<>();
    counts.add(count("", null, chosen, who, pages));
    for (S each : states.getEnumConstants()) {
      counts.add(count(each.name(), each, chosen, who, pages));
    }
    model.addAttribute("counts", counts);
    model.addAttribute("state", chosen == null ? "" : chosen.name());
    return turn(model, contact, pages.page(chosen, who, beside.page(pageSize)));
  }

  private static <S> StateCount count(String name, S state, S chosen, Who who, Pages<S, ?> pages) {
    return new StateCount(
        name, pages.countUpTo(StateCount.MOST, state, who), Objects.equals(state, chosen));
  }

  /** A page of a list without states. */
  public static <T> List<T> turn(Model model, String contact, PageOf<T> page) {
    model.addAttribute("contact", address(contact));
    model.addAttribute("turn", page);
    return page.rows;
  }

  /** What somebody typed into the search, without control characters and blanks around it. */
  public static String address(String typed) {
    return FindPeople.visible(typed);
  }

  /** A list without states. */
  public static Paging page(Model model, String address, int page, int total, int size) {
    Paging paging = new Paging(page, size, total);
    model.addAttribute("contact", address);
    model.addAttribute("paging", paging);
    return paging;
  }
}
