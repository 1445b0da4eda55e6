"""Names for people who do not exist: common given and family names of each region, put together by dice.

A name that comes out may be borne by somebody; nobody in particular is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Pool:
    """Names in use in one region."""

    families: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    double_family: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


POOLS = {
    "forest": Pool(
        _words(
            "Kouassi Kouamé Konan Yao N'Guessan Koffi Brou Kacou Assi Aka Ehouman N'Dri Kra Tano Amani Adou "
            "Gnahoua Zadi Séri Dago Guéï Tia Doua Coulibaly Koné Diabaté Sangaré Ouédraogo Sawadogo Zongo "
            "Kaboré Tapsoba Nikiéma Bamba Fofana Dembélé"
        ),
        _words(
            "Adjoua Affoué Akissi Amenan Aya Ahou Amoin Bernadette Clarisse Estelle Fatou Honorine Rokia "
            "Mariam Salimata Solange Thérèse Victorine Yvonne Aminata Albertine Delphine Edwige"
        ),
        _words(
            "Kouadio Kobenan Anoh Ernest Firmin Germain Hyacinthe Jérôme Lambert Mathias Narcisse Pascal "
            "Raphaël Siaka Drissa Théodore Urbain Vincent Zoumana Issouf Kassoum Brahima Séverin Prosper"
        ),
    ),
    "andes": Pool(
        _words(
            "Huamán Quispe Mamani Condori Chávez Cárdenas Ccori Huillca Paredes Rojas Flores Palomino Sulca "
            "Ticona Yupanqui Apaza Chuquimamani Cusi Espinoza Gutiérrez Inga Lazo Medina Ñahui Ortiz Puma "
            "Ramos Salazar Tupa Vilca Zúñiga Aguirre Berrocal"
        ),
        _words(
            "Alejandrina Bertha Cirila Delia Eusebia Felícitas Gladys Hermelinda Irma Juana Luzmila Maruja "
            "Nélida Olinda Paulina Rosalía Santusa Teodora Valentina Yolanda Zenaida Elena"
        ),
        _words(
            "Anacleto Benigno Crisólogo Delfín Eleuterio Fortunato Gregorio Hilario Isidro Justino Leoncio "
            "Máximo Nicanor Octavio Plácido Román Serapio Teófilo Urbano Vidal Wilber Zenón"
        ),
        double_family=True,
    ),
    "sahel": Pool(
        _words(
            "Ouédraogo Sawadogo Zoungrana Kaboré Kabré Nikiéma Ilboudo Tiendrébéogo Kafando Yaméogo Zongo "
            "Belem Diallo Dicko Barry Maïga Tamboura Cissé Guindo Sanou Tall Bandé Nacanabo"
        ),
        _words(
            "Awa Bibata Djeneba Fatimata Habibou Kadiatou Maïmouna Nafissatou Pougbila Rasmata Safi Talato "
            "Wendyam Zénabou Salamata Azèta Mamounata Abibou Assétou Ramata"
        ),
        _words(
            "Adama Boukary Daouda Hamadé Inoussa Karim Lamoussa Madi Noufou Ousmane Raogo Saïdou Tasséré "
            "Yembi Zakaria Hamidou Salam Mahamadi Issaka Ousséni"
        ),
    ),
    "north": Pool(
        _words(
            "Abdulai Adongo Alhassan Atinga Awuni Azure Baba Fuseini Issahaku Sulemana Mumuni Napari "
            "Salifu Seidu Tampuri Wumbei Yakubu Zakari"
        ),
        _words("Adisa Amina Ayishetu Fati Hawa Mariama Memuna Rahinatu Sanatu Zuweira Asana Lamisi"),
        _words("Abu Awal Baako Fatawu Hamza Imoro Jafaru Kojo Latif Mutaru Rashid Sumaila"),
    ),
}


def name(dice: Random, region: str, sex: str) -> tuple[str, str]:
    """Return family name and given names of one made-up person."""
    pool = POOLS[region]
    family = dice.choice(pool.families)
    if pool.double_family:
        family = f"{family} {dice.choice(pool.families)}"
    given = dice.choice(pool.women if sex == "f" else pool.men)
    if dice.random() < 0.22:
        second = dice.choice(pool.women if sex == "f" else pool.men)
        given = given if second == given else f"{given} {second}"
    return family, given
