"""The journal's own tables. Only ``books``, ``origins``, ``chains`` and ``entries`` are not derived."""

from __future__ import annotations

from django.db import models

from cahier.journal.state import DayField, FactModel, IdField, StateModel


class Book(models.Model):
    """One organisation's book. What it is called and counts in comes from its opening entry."""

    id = IdField(primary_key=True)
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    currency = models.CharField(max_length=3)
    country = models.CharField(max_length=2)
    language = models.CharField(max_length=8)
    example = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Origin(models.Model):
    """One installation. Exactly one row is this one; a restored or copied folder gets a new one."""

    id = IdField(primary_key=True)
    letter = models.CharField(max_length=2)
    place = models.CharField(max_length=64)
    here = models.BooleanField(default=False)
    clock = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return self.letter


class Chain(models.Model):
    """Head of one (book, origin) chain; its row is the lock under which numbers and hashes are given."""

    pk = models.CompositePrimaryKey("book", "origin")
    book = IdField()
    origin = IdField()
    last = models.BigIntegerField(default=0)
    head = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.book}/{self.origin} {self.last}"


class JournalEntry(models.Model):
    """An envelope at rest (see ``journal.chain.Envelope``). Stored bytes never change, erasure apart."""

    pk = models.CompositePrimaryKey("book", "id")
    book = IdField()
    origin = IdField()
    number = models.BigIntegerField()
    id = IdField()
    kind = models.CharField(max_length=60)
    version = models.SmallIntegerField()
    day = models.IntegerField()
    captured = models.BigIntegerField()
    recorded = models.BigIntegerField()
    clock = models.BigIntegerField()
    author = models.CharField(max_length=80)
    batch = models.CharField(max_length=36, blank=True)
    subject = models.CharField(max_length=36, blank=True)
    body = models.TextField()
    personal = models.TextField(blank=True)
    salt = models.CharField(max_length=32, blank=True)
    personal_digest = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "origin", "number"], name="entry_number")]
        indexes = [
            models.Index(fields=["book", "kind", "day"], name="entry_kind"),
            models.Index(fields=["book", "subject"], name="entry_subject", condition=~models.Q(subject="")),
            models.Index(fields=["book", "batch"], name="entry_batch", condition=~models.Q(batch="")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class Waiting(StateModel):
    """A stored entry that names another which has not arrived. Applied as soon as it does."""

    pk = models.CompositePrimaryKey("book", "id", "lacks")
    lacks = IdField()

    class Meta(StateModel.Meta):
        indexes = [models.Index(fields=["book", "lacks"], name="waiting_lacks")]


class Correction(FactModel):
    """A ``Void`` or ``Replace`` of one entry."""

    target = IdField()
    voids = models.BooleanField()
    day = DayField()
    clock = models.BigIntegerField()
    origin = IdField()
    number = models.BigIntegerField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "target"], name="correction_target")]


class Withdrawal(FactModel):
    """A whole import taken back."""

    batch = IdField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "batch"], name="withdrawal_batch")]


class Erasure(FactModel):
    """A person whose personal data were erased."""

    person = IdField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "person"], name="erasure_person")]


class Finding(StateModel):
    """What the books say that cannot all be right, or that a person should look at.

    Folded from facts: it goes away when the facts are corrected. ``entry`` is the fact it is about.
    """

    pk = models.CompositePrimaryKey("book", "id")
    folder = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    rule = models.CharField(max_length=60)
    entry = IdField()
    stops = models.BooleanField()
    details = models.TextField()

    class Meta(StateModel.Meta):
        indexes = [models.Index(fields=["book", "folder", "subject"], name="finding_subject")]


class FindingClosed(FactModel):
    """A person's word on a finding: what was done, or why it stands."""

    finding = IdField()
    note = models.CharField(max_length=500)
    day = DayField()

    class Meta(FactModel.Meta):
        indexes = [models.Index(fields=["book", "finding"], name="finding_closed")]


class Refusal(models.Model):
    """The inbox: what a file, device or node sent and was refused, kept with its reason until a person acts."""

    id = IdField(primary_key=True)
    book = IdField()
    source = models.CharField(max_length=200)
    kind = models.CharField(max_length=60)
    received = models.BigIntegerField()
    content = models.TextField()
    reasons = models.TextField()
    settled = models.CharField(max_length=36, blank=True)

    class Meta:
        indexes = [models.Index(fields=["book", "settled"], name="inbox_open")]

    def __str__(self) -> str:
        return f"{self.kind} from {self.source}"


class StateVersion(models.Model):
    """Which version of a feature's state tables this database holds."""

    feature = models.CharField(max_length=60, primary_key=True)
    version = models.SmallIntegerField()

    def __str__(self) -> str:
        return f"{self.feature} {self.version}"


class Series(models.Model):
    """The last human number this installation gave in one series of one book."""

    pk = models.CompositePrimaryKey("book", "name")
    book = IdField()
    name = models.CharField(max_length=40)
    last = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name} {self.last}"
