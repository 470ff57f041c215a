package io.throughline.journey.domain.verdict;

import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.journey.domain.stitching.IssueContact;

/**
 * A contact and what it is in its journey.
 *
 * @param contact the contact
 * @param role what it is
 */
public record RoledContact(IssueContact contact, Role role) {}
